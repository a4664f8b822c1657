using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Taxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "tax_month",
                table: "payments_money_in",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "delivery_vat_basis_points",
                table: "orders_seller_orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supply",
                table: "orders_lines",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Goods");

            migrationBuilder.AddColumn<string>(
                name: "vat",
                table: "orders_lines",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "vat_basis_points",
                table: "orders_lines",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "vat",
                table: "catalog_products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "settlement_vat_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_vat_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withheld_taxes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_order = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "integer", nullable: false),
                    income_basis_points = table.Column<int>(type: "integer", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    base_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    base_minor = table.Column<long>(type: "bigint", nullable: false),
                    income_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    income_minor = table.Column<long>(type: "bigint", nullable: false),
                    vat_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vat_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_withheld_taxes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withholding_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "integer", nullable: false),
                    income_basis_points = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_withholding_rates", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_vat_rates_class_from",
                table: "settlement_vat_rates",
                columns: new[] { "class", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_recorded_at",
                table: "settlement_withheld_taxes",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_seller_order",
                table: "settlement_withheld_taxes",
                column: "seller_order");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_source_kind",
                table: "settlement_withheld_taxes",
                columns: new[] { "source", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withholding_rates_kind_from",
                table: "settlement_withholding_rates",
                columns: new[] { "kind", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settlement_vat_rates");

            migrationBuilder.DropTable(
                name: "settlement_withheld_taxes");

            migrationBuilder.DropTable(
                name: "settlement_withholding_rates");

            migrationBuilder.DropColumn(
                name: "tax_month",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "delivery_vat_basis_points",
                table: "orders_seller_orders");

            migrationBuilder.DropColumn(
                name: "supply",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "vat",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "vat_basis_points",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "vat",
                table: "catalog_products");
        }
    }
}
