package org.ohmgrad.verify;

import java.util.List;

/** Something that a sound simulator gets right. */
public interface Check {
    /** What is checked against what. */
    String title();

    /** What an error is measured in. */
    String measure();

    /** Computes and compares. */
    List<Comparison> run();
}
