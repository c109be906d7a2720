package org.ohmgrad.linalg;

/** How wide the vectors of this Java machine are. */
interface Width {
    int bits();
}
