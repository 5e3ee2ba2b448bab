export { Drawer, Menu, Modal, Popover, Tooltip } from '@mantine/core';
