using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "returnable",
                table: "orders_lines",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unopened");

            migrationBuilder.CreateTable(
                name: "orders_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_returns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_withdrawals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_withdrawals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_return_lines",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    return_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders_return_lines", x => new { x.return_id, x.line });
                    table.ForeignKey(
                        name: "fk_orders_return_lines_orders_returns_return_id",
                        column: x => x.return_id,
                        principalTable: "orders_returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_withdrawal_lines",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    withdrawal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_withdrawal_lines", x => new { x.withdrawal_id, x.line });
                    table.ForeignKey(
                        name: "fk_orders_withdrawal_lines_orders_withdrawals_withdrawal_id",
                        column: x => x.withdrawal_id,
                        principalTable: "orders_withdrawals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_cooperative_ended_at",
                table: "orders_returns",
                columns: new[] { "cooperative", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_order",
                table: "orders_returns",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_seller_order",
                table: "orders_returns",
                column: "seller_order");

            migrationBuilder.CreateIndex(
                name: "ix_orders_withdrawals_order",
                table: "orders_withdrawals",
                column: "order");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_return_lines");

            migrationBuilder.DropTable(
                name: "orders_withdrawal_lines");

            migrationBuilder.DropTable(
                name: "orders_returns");

            migrationBuilder.DropTable(
                name: "orders_withdrawals");

            migrationBuilder.DropColumn(
                name: "returnable",
                table: "orders_lines");
        }
    }
}
