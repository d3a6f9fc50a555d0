"""Everything made from runs: studies, intervals, sensitivity, discovery, figures, reports and the command line."""
