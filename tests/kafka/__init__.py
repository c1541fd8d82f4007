"""A real Kafka broker for tests and benchmarks, and the few client calls they share."""
