package org.ohmgrad.run;

/** Tells how far the work has come. */
public interface Progress extends AutoCloseable {
    /** One more run is finished and recorded. */
    void step();

    @Override
    void close();
}
