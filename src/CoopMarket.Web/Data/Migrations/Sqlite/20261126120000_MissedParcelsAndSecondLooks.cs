using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MissedParcelsAndSecondLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By SQLite's own hand, in the transaction: EF would rebuild the table outside of one.
            migrationBuilder.Sql("ALTER TABLE orders_seller_orders DROP COLUMN closed_until");

            migrationBuilder.AddColumn<long>(
                name: "stopped_at",
                table: "settlement_holds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_look",
                table: "catalog_products",
                type: "INTEGER",
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
                type: "TEXT",
                nullable: true);
        }
    }
}
