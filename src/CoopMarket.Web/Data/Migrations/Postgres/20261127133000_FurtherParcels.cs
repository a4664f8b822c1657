using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FurtherParcels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "calls_first",
                table: "sellers_cooperatives",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "calls_first",
                table: "orders_seller_orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "orders_further_parcels",
                columns: table => new
                {
                    seller_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_further_parcels", x => new { x.seller_order_id, x.number });
                    table.ForeignKey(
                        name: "fk_orders_further_parcels_orders_seller_orders_seller_order_id",
                        column: x => x.seller_order_id,
                        principalTable: "orders_seller_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_further_parcels");

            migrationBuilder.DropColumn(
                name: "calls_first",
                table: "sellers_cooperatives");

            migrationBuilder.DropColumn(
                name: "calls_first",
                table: "orders_seller_orders");
        }
    }
}
