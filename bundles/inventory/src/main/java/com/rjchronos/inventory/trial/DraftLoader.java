package com.rjchronos.inventory.trial;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.spi.VendorConnector;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/** Loads the classes of a jar that is not installed. They see each other, Java, and of the house what a connector may import: model and spi. */
final class DraftLoader extends ClassLoader {
    private final Map<String, byte[]> entries;

    /** @param entries the jar's files by name */
    DraftLoader(Map<String, byte[]> entries) {
        super(getPlatformClassLoader());
        this.entries = entries;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("com.rjchronos.spi.")) {
            return VendorConnector.class.getClassLoader().loadClass(name);
        }
        if (name.startsWith("com.rjchronos.model.")) {
            return DeviceDocument.class.getClassLoader().loadClass(name);
        }
        byte[] code = entries.get(name.replace('.', '/') + ".class");
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] content = entries.get(name);
        return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
    }
}
