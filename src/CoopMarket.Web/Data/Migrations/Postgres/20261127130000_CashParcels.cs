using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CashParcels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "payments_cash_parcels",
                columns: table => new
                {
                    seller_order = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    collected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    carrier_fee_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    carrier_fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    paid_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    paid_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_cash_parcels", x => x.seller_order);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_code",
                table: "payments_cash_parcels",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_cooperative_number",
                table: "payments_cash_parcels",
                columns: new[] { "cooperative", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_cooperative_state",
                table: "payments_cash_parcels",
                columns: new[] { "cooperative", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_cash_parcels");
        }
    }
}
