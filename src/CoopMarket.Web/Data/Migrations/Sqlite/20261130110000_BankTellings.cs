using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BankTellings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "balance",
                table: "payments_money_in",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "same_as",
                table: "payments_money_in",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "payments_further_tellings",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    money = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    told_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_further_tellings", x => new { x.source, x.source_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_account_booked_at",
                table: "payments_money_in",
                columns: new[] { "account", "booked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_further_tellings_money",
                table: "payments_further_tellings",
                column: "money");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_further_tellings");

            migrationBuilder.DropIndex(
                name: "ix_payments_money_in_account_booked_at",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "balance",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "same_as",
                table: "payments_money_in");
        }
    }
}
