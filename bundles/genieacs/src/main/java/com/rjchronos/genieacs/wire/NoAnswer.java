package com.rjchronos.genieacs.wire;

/** There is no answer, and what is known of the request; the message is for operators. */
public abstract sealed class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private NoAnswer(String words, Throwable cause) {
        super(words, cause);
    }

    /** All places of its kind were taken: nothing was sent. */
    public static final class Busy extends NoAnswer {
        private static final long serialVersionUID = 1L;

        Busy(String words) {
            super(words, null);
        }
    }

    /** The ACS is known to be away, or no connection was made: nothing was sent. */
    public static final class Away extends NoAnswer {
        private static final long serialVersionUID = 1L;

        Away(String words, Throwable cause) {
            super(words, cause);
        }
    }

    /** An answer came whole, and is not what was asked for: to ask again brings the same. */
    public static final class Unusable extends NoAnswer {
        private static final long serialVersionUID = 1L;

        Unusable(String words, Throwable cause) {
            super(words, cause);
        }
    }

    /** It was sent, or part of it, and perhaps it arrived. */
    public static final class Lost extends NoAnswer {
        private static final long serialVersionUID = 1L;
        private final boolean worthAsking;

        Lost(String words, boolean worthAsking, Throwable cause) {
            super(words, cause);
            this.worthAsking = worthAsking;
        }

        /** Whether to ask again at once is any use: not what is slow, nor what refuses. */
        public boolean worthAsking() {
            return worthAsking;
        }
    }
}
