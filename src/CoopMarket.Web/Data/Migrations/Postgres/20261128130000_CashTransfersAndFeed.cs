using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CashTransfersAndFeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_until",
                table: "settlement_payouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "called_at",
                table: "settlement_payouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "connected",
                table: "settlement_payouts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "heard_at",
                table: "settlement_payouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_asked",
                table: "settlement_payouts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_uncertain",
                table: "settlement_payouts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "lost_calls",
                table: "settlement_payouts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "carried_currency",
                table: "payments_money_in",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "carried_minor",
                table: "payments_money_in",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_for_market",
                table: "payments_cash_parcels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "payments_cash_parcels",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_cash_for_market",
                table: "orders_seller_orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "payments_remitted_cash",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    money = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_order = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cash_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cash_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_remitted_cash", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_readings",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_readings", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "settlement_connected_accounts",
                columns: table => new
                {
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    calls = table.Column<int>(type: "integer", nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    refused_for = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    has_told = table.Column<bool>(type: "boolean", nullable: false),
                    takes_transfers = table.Column<bool>(type: "boolean", nullable: false),
                    pays_out = table.Column<bool>(type: "boolean", nullable: false),
                    able_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_connected_accounts", x => x.cooperative);
                });

            migrationBuilder.CreateTable(
                name: "settlement_transfer_reversals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payout = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    seconded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    refused_for = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost_calls = table.Column<int>(type: "integer", nullable: false),
                    asked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_transfer_reversals", x => x.id);
                    table.ForeignKey(
                        name: "fk_settlement_transfer_reversals_settlement_payouts_payout",
                        column: x => x.payout,
                        principalTable: "settlement_payouts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shipping_cash_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pays_market = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_cash_agreements", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_is_for_market_state",
                table: "payments_cash_parcels",
                columns: new[] { "is_for_market", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_remitted_cash_money",
                table: "payments_remitted_cash",
                column: "money");

            migrationBuilder.CreateIndex(
                name: "ix_payments_remitted_cash_seller_order",
                table: "payments_remitted_cash",
                column: "seller_order");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_connected_accounts_account",
                table: "settlement_connected_accounts",
                column: "account",
                unique: true,
                filter: "account <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_payout",
                table: "settlement_transfer_reversals",
                column: "payout");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_reference",
                table: "settlement_transfer_reversals",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_state",
                table: "settlement_transfer_reversals",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_shipping_cash_agreements_carrier_from",
                table: "shipping_cash_agreements",
                columns: new[] { "carrier", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_remitted_cash");

            migrationBuilder.DropTable(
                name: "rates_readings");

            migrationBuilder.DropTable(
                name: "settlement_connected_accounts");

            migrationBuilder.DropTable(
                name: "settlement_transfer_reversals");

            migrationBuilder.DropTable(
                name: "shipping_cash_agreements");

            migrationBuilder.DropIndex(
                name: "ix_payments_cash_parcels_is_for_market_state",
                table: "payments_cash_parcels");

            migrationBuilder.DropColumn(
                name: "asked_until",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "called_at",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "connected",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "heard_at",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "is_asked",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "is_uncertain",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "lost_calls",
                table: "settlement_payouts");

            migrationBuilder.DropColumn(
                name: "carried_currency",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "carried_minor",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "is_for_market",
                table: "payments_cash_parcels");

            migrationBuilder.DropColumn(
                name: "note",
                table: "payments_cash_parcels");

            migrationBuilder.DropColumn(
                name: "is_cash_for_market",
                table: "orders_seller_orders");
        }
    }
}
