"""A run to watch in a browser, step by step, with sliders: Mesa's SolaraViz around the model (extra ``viz``)."""
