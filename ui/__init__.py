"""The windows of KooDesk, and nothing else; they reach `koodrive` through background tasks only."""
