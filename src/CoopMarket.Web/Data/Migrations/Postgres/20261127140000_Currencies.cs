using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Currencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "moved_currency",
                table: "payments_refunds_due",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "moved_minor",
                table: "payments_refunds_due",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "charged_currency",
                table: "payments_payments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "charged_minor",
                table: "payments_payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "moved_currency",
                table: "payments_money_in",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "moved_minor",
                table: "payments_money_in",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "charged_currency",
                table: "payments_card_attempts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "charged_minor",
                table: "payments_card_attempts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "charged_currency",
                table: "orders_seller_orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "charged_minor",
                table: "orders_seller_orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "charged_currency",
                table: "orders_orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "charged_minor",
                table: "orders_orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "terms_currency",
                table: "orders_orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<DateOnly>(
                name: "terms_day",
                table: "orders_orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "terms_margin_basis_points",
                table: "orders_orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "terms_per_unit",
                table: "orders_orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // What was paid before was paid in đồng: both sides are the same.
            migrationBuilder.Sql("UPDATE orders_orders SET charged_minor = total_minor");
            migrationBuilder.Sql("UPDATE orders_seller_orders SET charged_minor = goods_minor + delivery_minor");
            migrationBuilder.Sql("UPDATE payments_payments SET charged_minor = expected_minor");
            migrationBuilder.Sql("UPDATE payments_card_attempts SET charged_minor = amount_minor");
            migrationBuilder.Sql("UPDATE payments_money_in SET moved_minor = amount_minor");
            migrationBuilder.Sql("UPDATE payments_refunds_due SET moved_minor = amount_minor - set_off_minor WHERE reference IS NOT NULL OR call IS NOT NULL");

            migrationBuilder.CreateTable(
                name: "payments_card_exchanges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    dong_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    dong_minor = table.Column<long>(type: "bigint", nullable: false),
                    foreign_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    foreign_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_exchanges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_margins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_margins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    per_unit = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_rates", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rates_margins_from",
                table: "rates_margins",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_rates_rates_added_at",
                table: "rates_rates",
                column: "added_at");

            migrationBuilder.CreateIndex(
                name: "ix_rates_rates_currency_day_added_at",
                table: "rates_rates",
                columns: new[] { "currency", "day", "added_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_card_exchanges");

            migrationBuilder.DropTable(
                name: "rates_margins");

            migrationBuilder.DropTable(
                name: "rates_rates");

            migrationBuilder.DropColumn(
                name: "moved_currency",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "moved_minor",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "charged_currency",
                table: "payments_payments");

            migrationBuilder.DropColumn(
                name: "charged_minor",
                table: "payments_payments");

            migrationBuilder.DropColumn(
                name: "moved_currency",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "moved_minor",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "charged_currency",
                table: "payments_card_attempts");

            migrationBuilder.DropColumn(
                name: "charged_minor",
                table: "payments_card_attempts");

            migrationBuilder.DropColumn(
                name: "charged_currency",
                table: "orders_seller_orders");

            migrationBuilder.DropColumn(
                name: "charged_minor",
                table: "orders_seller_orders");

            migrationBuilder.DropColumn(
                name: "charged_currency",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "charged_minor",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "terms_currency",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "terms_day",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "terms_margin_basis_points",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "terms_per_unit",
                table: "orders_orders");
        }
    }
}
