"""The folders and files that every space of the sandbox has from the beginning."""

from __future__ import annotations

from typing import Final

FOLDER: Final = "10"
IMAGE: Final = "15"
VIDEO: Final = "20"
DOCUMENT: Final = "26"

Tree = dict[str, "Tree | str"]
"""Name to what is inside, for a folder, or to the `fileType`, for a file."""

DEFAULT_FILES: Final[Tree] = {
    "Pictures": {
        "Camera": {
            "IMG_20260814_101522.jpg": IMAGE,
            "IMG_20260814_101530.jpg": IMAGE,
            "VID_20260814_102201.mp4": VIDEO,
        },
        "Holidays 2024": {"Drakensberg": {}, "Table Mountain": {}, "IMG_0001.jpg": IMAGE},
        "Holidays 2025": {"Cape Agulhas": {}, "Garden Route": {}, "IMG_0042.jpg": IMAGE},
        "Holidays 2026": {"Kruger": {}, "Maputo": {}, "Victoria Falls": {}},
        "Days": {f"2026-{month:02}-{day:02}": {} for month in range(1, 8) for day in range(1, 29)},
        "Screenshots": {"Screenshot_20260901.png": IMAGE},
        "家庭相册": {"春节 2026": {}, "爷爷的八十岁生日": {}, "全家福.jpg": IMAGE},
        "Grandma's 80th birthday \N{BIRTHDAY CAKE}\N{PARTY POPPER}": {},
        "cover.jpg": IMAGE,
    },
    "Videos": {"Family": {}, "Football": {"final.mp4": VIDEO}, "VID_0007.mp4": VIDEO},
    "Documents": {
        "Contracts": {"2025": {}, "2026": {}},
        "School": {"Grade 4": {}, "Grade 5": {}},
        "工作资料": {"会议纪要": {}},
        "letter.docx": DOCUMENT,
    },
    "Backup of the old telephone, made before it went to the repair shop and came back empty, "
    "with everything that was on the card as well": {
        "DCIM": {"100ANDRO": {}, "101ANDRO": {}},
        "WhatsApp Images": {"Sent": {}},
    },
    "Work & <b>private</b>": {"A/B \\ C": {}, "\"quoted\" & 'single'": {}},
    "手机备份": {"相机": {}, "微信": {}},
    "scan.jpg": IMAGE,
}
