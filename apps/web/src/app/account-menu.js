import { Menu, UnstyledButton } from '@mantine/core';
import { IconAdjustments, IconArrowsExchange, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { isStaff } from '@trellis/domain/members/roles';
import { useTranslations } from 'use-intl';
import { useSignOut } from '../features/sign-in/use-sign-out.ts';
import { InitialsAvatar } from '../ui/initials-avatar.tsx';
import { useKeyboardHints } from '../ui/keyboard-hints.tsx';
import styles from './layouts.module.css';
/**
 * Who I am here, and what belongs to me rather than to the page.
 * @param props.side which house this menu stands in; members of both can cross over
 */
export function AccountMenu(props) {
  const t = useTranslations('shell');
  const showKeys = useKeyboardHints();
  const signOut = useSignOut();
  const { member, agency } = props.session;
  const staff = isStaff(member.roles);
  const hasOwnPages = member.roles.some((role) => role !== 'coordinator' && role !== 'admin');
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.account}
          aria-label={t('nav.account', { name: member.displayName })}
        >
          <InitialsAvatar name={member.displayName} size={36} />
          <span className={styles.accountName}>{member.displayName}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {props.side === 'staff' && hasOwnPages && (
          <Menu.Item component={Link} to="/me" leftSection={<IconArrowsExchange size={18} />}>
            {t('nav.toMine')}
          </Menu.Item>
        )}
        {props.side === 'mine' && staff && (
          <Menu.Item component={Link} to="/today" leftSection={<IconArrowsExchange size={18} />}>
            {t('nav.toStaff', { agency: agency.name })}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to={props.side === 'staff' ? '/settings' : '/me/settings'}
          leftSection={<IconAdjustments size={18} />}
        >
          {t('nav.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={showKeys}>
          {t('ui.keysTitle')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={signOut}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
