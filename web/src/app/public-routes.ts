/** The pages that need no sign-in. */
import { createRootRoute, createRoute } from '@tanstack/react-router';
import { loadTexts } from '@/lib/language';
import { page } from './page';
import { ErrorPage, NotFoundPage } from './public/errors';
import { Root } from './public/Root';
import { flag, type Raw, text } from './search';

export const root = createRootRoute({
  loader: () => loadTexts('public'),
  staleTime: Infinity,
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  validateSearch: (raw: Raw): { email?: string } => ({ email: text(raw, 'email') }),
  component: page(() => import('@/features/identity/SignUpPage'), 'SignUpPage'),
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (raw: Raw): { next?: string; verified?: boolean; email?: string; problem?: string } => ({
    next: text(raw, 'next'),
    problem: text(raw, 'problem'),
    verified: flag(raw, 'verified'),
    email: text(raw, 'email'),
  }),
  component: page(() => import('@/features/identity/LoginPage'), 'LoginPage'),
});

const consent = createRoute({
  getParentRoute: () => root,
  path: '/consent',
  validateSearch: (raw: Raw): { problem?: string } => ({ ...raw, problem: text(raw, 'problem') }),
  component: page(() => import('@/features/identity/ConsentPage'), 'ConsentPage'),
});

const device = createRoute({
  getParentRoute: () => root,
  path: '/device',
  validateSearch: (raw: Raw): { code?: string } => ({ code: text(raw, 'code') }),
  component: page(() => import('@/features/identity/DevicePage'), 'DevicePage'),
});

const checkMail = createRoute({
  getParentRoute: () => root,
  path: '/check-mail',
  validateSearch: (raw: Raw): { email?: string } => ({ email: text(raw, 'email') }),
  component: page(() => import('@/features/identity/CheckMailPage'), 'CheckMailPage'),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  validateSearch: (raw: Raw) => ({ token: text(raw, 'token') ?? '' }),
  component: page(() => import('@/features/identity/VerifyEmailPage'), 'VerifyEmailPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: (raw: Raw) => ({ token: text(raw, 'token') ?? '' }),
  component: page(() => import('@/features/identity/InvitationPage'), 'InvitationPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: page(() => import('@/features/identity/ForgotPasswordPage'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (raw: Raw) => ({ token: text(raw, 'token') ?? '' }),
  component: page(() => import('@/features/identity/ResetPasswordPage'), 'ResetPasswordPage'),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  validateSearch: (raw: Raw) => ({ token: text(raw, 'token') ?? '' }),
  component: page(() => import('@/features/identity/EmailLinkPages'), 'ConfirmEmailPage'),
});

const revertEmail = createRoute({
  getParentRoute: () => root,
  path: '/revert-email',
  validateSearch: (raw: Raw) => ({ token: text(raw, 'token') ?? '' }),
  component: page(() => import('@/features/identity/EmailLinkPages'), 'RevertEmailPage'),
});

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  validateSearch: (raw: Raw): { mail?: string } => ({ mail: text(raw, 'mail') }),
  component: page(() => import('@/features/identity/MailboxPage'), 'MailboxPage'),
});

export const publicRoutes = [
  signUp,
  login,
  consent,
  device,
  checkMail,
  verifyEmail,
  invitation,
  forgotPassword,
  resetPassword,
  confirmEmail,
  revertEmail,
  mailbox,
];
