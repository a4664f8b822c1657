using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RefundAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "payments_refunds_due",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "payments_refund_accounts",
                columns: table => new
                {
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    bin = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 19, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    told_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_refund_accounts", x => x.order);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_code",
                table: "payments_refunds_due",
                column: "code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_refund_accounts");

            migrationBuilder.DropIndex(
                name: "ix_payments_refunds_due_code",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "code",
                table: "payments_refunds_due");
        }
    }
}
