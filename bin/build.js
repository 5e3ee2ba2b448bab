#!/usr/bin/env node
require('./build-if-needed.js').build();
