"""The bots ours is measured beside, each written the way its own documentation teaches."""
