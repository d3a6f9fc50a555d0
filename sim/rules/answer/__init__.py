"""Rules: how requests and offers are answered."""
