package org.ohmgrad.experiment;

/** Tells how far the work has come. */
interface Progress extends AutoCloseable {
    /** One more run is finished and recorded. */
    void step();

    @Override
    void close();
}
