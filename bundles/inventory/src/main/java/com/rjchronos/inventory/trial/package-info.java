/** What a connector would read before it is installed. Nothing of it is stored, and no sweep hears of it. */
package com.rjchronos.inventory.trial;
