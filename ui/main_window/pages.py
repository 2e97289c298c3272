"""The table of the pages: the class of each, and the function that connects it."""

from __future__ import annotations

from ui.main_window.page_stack import (
    ALBUM,
    BATCH,
    HISTORY,
    LIVE,
    RECIPE,
    SETTINGS,
    SHARED_FOLDER,
    WELCOME,
    PageEntry,
)

PAGES = {
    WELCOME: PageEntry("ui.main_window.welcome_page:WelcomePage", "ui.main_window.wiring:connect_welcome"),
    ALBUM: PageEntry("ui.create.album_page:AlbumPage", "ui.main_window.wiring:connect_album"),
    SHARED_FOLDER: PageEntry(
        "ui.create.shared_folder_page:SharedFolderPage", "ui.main_window.wiring:connect_create_page"
    ),
    RECIPE: PageEntry("ui.recipe.page:RecipePage", "ui.main_window.wiring:connect_recipe"),
    BATCH: PageEntry("ui.batch.page:BatchPage", "ui.main_window.wiring:connect_batch"),
    LIVE: PageEntry("ui.live.page:LivePage", "ui.main_window.wiring:connect_live"),
    HISTORY: PageEntry("ui.history.page:HistoryPage", "ui.main_window.wiring:connect_history"),
    SETTINGS: PageEntry("ui.settings.page:SettingsPage", "ui.main_window.wiring:connect_settings"),
}
