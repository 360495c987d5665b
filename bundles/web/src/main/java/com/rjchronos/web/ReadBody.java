package com.rjchronos.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request whose body has been read already. */
final class ReadBody extends HttpServletRequestWrapper {
    private static final int AT_ONCE = 8192;

    private final Bytes body;

    ReadBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = new Bytes(body);
    }

    /** At most so many bytes, to the end; throws if they take longer in all. A single wait is bounded by the server. */
    static byte[] read(InputStream in, int maxBytes, Duration time) throws IOException, TimeoutException {
        long begun = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[AT_ONCE];
        while (body.size() < maxBytes) {
            int length = in.read(part, 0, Math.min(part.length, maxBytes - body.size()));
            if (length < 0) {
                break;
            }
            body.write(part, 0, length);
            if (System.nanoTime() - begun > time.toNanos()) {
                throw new TimeoutException("The body takes longer than " + time + ".");
            }
        }
        return body.toByteArray();
    }

    /** Whether nobody has read of it yet. */
    boolean untouched() {
        return !body.touched;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(body, charset));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;
        private volatile boolean touched;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            touched = true;
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            touched = true;
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
                listener.onAllDataRead();
            } catch (IOException e) {
                listener.onError(e);
            }
        }
    }
}
