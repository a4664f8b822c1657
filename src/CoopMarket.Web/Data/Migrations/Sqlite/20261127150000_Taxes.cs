using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "delivery_vat_basis_points",
                table: "orders_seller_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supply",
                table: "orders_lines",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Goods");

            migrationBuilder.AddColumn<string>(
                name: "vat",
                table: "orders_lines",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "vat_basis_points",
                table: "orders_lines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "vat",
                table: "catalog_products",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "settlement_vat_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_vat_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withheld_taxes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    income_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    base_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    income_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    income_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    vat_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_withheld_taxes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withholding_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    income_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
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
