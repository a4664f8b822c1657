using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MoneyTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "reverses",
                table: "payments_money_in",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_off_currency",
                table: "payments_refunds_due",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "set_off_minor",
                table: "payments_refunds_due",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_reverses",
                table: "payments_money_in",
                column: "reverses",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_payments_money_in_reverses",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "reverses",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "set_off_currency",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "set_off_minor",
                table: "payments_refunds_due");
        }
    }
}
