### Brands

brand-stale = You set up { $brand } more than 90 days ago. Does it still hold? /brand
