//! Two small learners and nothing else. Weights are files under `models/`, embedded and read in place.
