using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CashForMarket : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "shipping_cash_agreements");

            migrationBuilder.DropIndex(
                name: "ix_payments_cash_parcels_is_for_market_state",
                table: "payments_cash_parcels");

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
