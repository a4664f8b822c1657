using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MissedParcelsAndSecondLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "closed_until",
                table: "orders_seller_orders");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stopped_at",
                table: "settlement_holds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_look",
                table: "catalog_products",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What an admin had refused or taken down still waits for her look.
            migrationBuilder.Sql("UPDATE catalog_products SET needs_look = TRUE WHERE withdrawn_by = 'Market' OR (state = 'Draft' AND admin_note <> '')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stopped_at",
                table: "settlement_holds");

            migrationBuilder.DropColumn(
                name: "needs_look",
                table: "catalog_products");

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_until",
                table: "orders_seller_orders",
                type: "date",
                nullable: true);
        }
    }
}
