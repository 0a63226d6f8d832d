"""What the API answers with."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.model import Maybe, Model


class 用户(Model, kw_only=True):
    """What the API calls `用户`."""

    姓名: str
    ユーザー名: Maybe[str] = None
    한국어: Maybe[str] = None
    العربية: Maybe[str] = None
    地址: Maybe[用户地址] = None
    fi_2: Maybe[str] = field(default=None, name="ﬁ")
    """One letter."""
    fi: Maybe[str] = None
    """Two letters."""
    class_: Maybe[str] = field(default=None, name="ｃｌａｓｓ")
    p_u1072_ypal: Maybe[str] = field(default=None, name="pаypal")
    """Its second letter is Cyrillic."""
    user_u29992_u25143: Maybe[str] = field(default=None, name="user用户")
    u1089_u1086_u1088_u1091: Maybe[str] = field(default=None, name="сору")
    """Cyrillic altogether."""
    copy: Maybe[str] = None


class 用户地址(Model, kw_only=True):
    """An object without a name in the API."""

    城市: str
    邮编: Maybe[str] = None


class 获取用户404Response(Model, kw_only=True):
    """An object without a name in the API."""

    原因: Maybe[str] = None


class 更新用户Response(Model, kw_only=True):
    """An object without a name in the API."""

    结果: Maybe[bool] = None
