"""Classifier: a model directory made from a folder of classes, for whatever an operator wants told apart."""
