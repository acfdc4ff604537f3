/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli-args.h"

G_BEGIN_DECLS

/* Each in its own file; the ones of a pair share one. */
extern const FoyerCliCommand foyer_cmd_accept;
extern const FoyerCliCommand foyer_cmd_availability;
extern const FoyerCliCommand foyer_cmd_backup;
extern const FoyerCliCommand foyer_cmd_book;
extern const FoyerCliCommand foyer_cmd_calendar_list;
extern const FoyerCliCommand foyer_cmd_calendar_refresh;
extern const FoyerCliCommand foyer_cmd_calendar_remove;
extern const FoyerCliCommand foyer_cmd_calendar_subscribe;
extern const FoyerCliCommand foyer_cmd_cancel;
extern const FoyerCliCommand foyer_cmd_check;
extern const FoyerCliCommand foyer_cmd_checkin;
extern const FoyerCliCommand foyer_cmd_checkout;
extern const FoyerCliCommand foyer_cmd_close;
extern const FoyerCliCommand foyer_cmd_close_day;
extern const FoyerCliCommand foyer_cmd_credit;
extern const FoyerCliCommand foyer_cmd_decline;
extern const FoyerCliCommand foyer_cmd_desk;
extern const FoyerCliCommand foyer_cmd_holidays;
extern const FoyerCliCommand foyer_cmd_invoice;
extern const FoyerCliCommand foyer_cmd_ledger;
extern const FoyerCliCommand foyer_cmd_member_accept_rules;
extern const FoyerCliCommand foyer_cmd_member_add;
extern const FoyerCliCommand foyer_cmd_member_apart;
extern const FoyerCliCommand foyer_cmd_member_card;
extern const FoyerCliCommand foyer_cmd_member_duplicates;
extern const FoyerCliCommand foyer_cmd_member_edit;
extern const FoyerCliCommand foyer_cmd_member_find;
extern const FoyerCliCommand foyer_cmd_member_list;
extern const FoyerCliCommand foyer_cmd_member_merge;
extern const FoyerCliCommand foyer_cmd_member_erase;
extern const FoyerCliCommand foyer_cmd_member_export;
extern const FoyerCliCommand foyer_cmd_member_show;
extern const FoyerCliCommand foyer_cmd_noshow;
extern const FoyerCliCommand foyer_cmd_open;
extern const FoyerCliCommand foyer_cmd_pass_end;
extern const FoyerCliCommand foyer_cmd_pass_give;
extern const FoyerCliCommand foyer_cmd_pass_list;
extern const FoyerCliCommand foyer_cmd_pass_return;
extern const FoyerCliCommand foyer_cmd_pass_sell;
extern const FoyerCliCommand foyer_cmd_pass_use;
extern const FoyerCliCommand foyer_cmd_pay;
extern const FoyerCliCommand foyer_cmd_photo_add;
extern const FoyerCliCommand foyer_cmd_photo_list;
extern const FoyerCliCommand foyer_cmd_photo_move;
extern const FoyerCliCommand foyer_cmd_photo_remove;
extern const FoyerCliCommand foyer_cmd_publish;
extern const FoyerCliCommand foyer_cmd_receipt;
extern const FoyerCliCommand foyer_cmd_refund;
extern const FoyerCliCommand foyer_cmd_refusals;
extern const FoyerCliCommand foyer_cmd_request;
extern const FoyerCliCommand foyer_cmd_restore;
extern const FoyerCliCommand foyer_cmd_rollcall;
extern const FoyerCliCommand foyer_cmd_sample;
extern const FoyerCliCommand foyer_cmd_search;
extern const FoyerCliCommand foyer_cmd_seats;
extern const FoyerCliCommand foyer_cmd_series_away;
extern const FoyerCliCommand foyer_cmd_series_back;
extern const FoyerCliCommand foyer_cmd_series_end;
extern const FoyerCliCommand foyer_cmd_series_list;
extern const FoyerCliCommand foyer_cmd_space_add;
extern const FoyerCliCommand foyer_cmd_space_archive;
extern const FoyerCliCommand foyer_cmd_space_edit;
extern const FoyerCliCommand foyer_cmd_space_list;
extern const FoyerCliCommand foyer_cmd_space_poster;
extern const FoyerCliCommand foyer_cmd_space_restore;
extern const FoyerCliCommand foyer_cmd_space_rules;
extern const FoyerCliCommand foyer_cmd_space_seller;
extern const FoyerCliCommand foyer_cmd_sync;
extern const FoyerCliCommand foyer_cmd_today;
extern const FoyerCliCommand foyer_cmd_undo;
extern const FoyerCliCommand foyer_cmd_unpublish;
extern const FoyerCliCommand foyer_cmd_waiting_add;
extern const FoyerCliCommand foyer_cmd_waiting_book;
extern const FoyerCliCommand foyer_cmd_waiting_list;
extern const FoyerCliCommand foyer_cmd_waiting_offer;
extern const FoyerCliCommand foyer_cmd_waiting_remove;
extern const FoyerCliCommand foyer_cmd_week;

G_END_DECLS
