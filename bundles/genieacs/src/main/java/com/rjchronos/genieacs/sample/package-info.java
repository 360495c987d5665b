/** Device documents that may be shown: without secrets, and without what identifies a subscriber. No network, no file, no Jackson. */
package com.rjchronos.genieacs.sample;
