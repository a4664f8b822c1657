using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <summary>
    /// Accounts can be erased, and orders forget their buyers. Who signed a withdrawal stands apart from it from now on: the word stays as it
    /// was given, her name may go.
    /// </summary>
    public partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "forgotten_at",
                table: "orders_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "erased_at",
                table: "accounts_accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "orders_withdrawal_names",
                columns: table => new
                {
                    withdrawal = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_withdrawal_names", x => x.withdrawal);
                    table.ForeignKey(
                        name: "fk_orders_withdrawal_names_orders_withdrawals_withdrawal",
                        column: x => x.withdrawal,
                        principalTable: "orders_withdrawals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("INSERT INTO orders_withdrawal_names (withdrawal, name) SELECT id, name FROM orders_withdrawals");

            migrationBuilder.DropColumn(
                name: "name",
                table: "orders_withdrawals");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_withdrawal_names");

            migrationBuilder.DropColumn(
                name: "forgotten_at",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "accounts_accounts");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "orders_withdrawals",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }
    }
}
