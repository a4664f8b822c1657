using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SoldAhead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "send_by",
                table: "orders_seller_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "send_from",
                table: "orders_seller_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ahead",
                table: "orders_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "send_by",
                table: "orders_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "send_from",
                table: "orders_lines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catalog_ahead_sales",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quota = table.Column<int>(type: "INTEGER", nullable: false),
                    sold = table.Column<int>(type: "INTEGER", nullable: false),
                    aside = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_ahead_sales", x => x.id);
                    table.CheckConstraint("ck_catalog_ahead_sales_counts", "0 <= aside AND aside <= sold AND sold <= quota");
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_lines_ahead",
                table: "orders_lines",
                column: "ahead");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_ahead_sales_product",
                table: "catalog_ahead_sales",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_ahead_sales_variant",
                table: "catalog_ahead_sales",
                column: "variant");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_ahead_sales_variant1",
                table: "catalog_ahead_sales",
                column: "variant",
                unique: true,
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalog_ahead_sales");

            migrationBuilder.DropIndex(
                name: "ix_orders_lines_ahead",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "send_by",
                table: "orders_seller_orders");

            migrationBuilder.DropColumn(
                name: "send_from",
                table: "orders_seller_orders");

            migrationBuilder.DropColumn(
                name: "ahead",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "send_by",
                table: "orders_lines");

            migrationBuilder.DropColumn(
                name: "send_from",
                table: "orders_lines");
        }
    }
}
