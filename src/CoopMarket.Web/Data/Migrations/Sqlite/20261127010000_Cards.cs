using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Cards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "payments_refunds_due",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Bank");

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "payments_payments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Bank");

            migrationBuilder.CreateTable(
                name: "payments_card_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    page = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closes_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    api_version = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_live = table.Column<bool>(type: "INTEGER", nullable: false),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    charge = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    is_paid = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    flaw = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_events", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_attempts_ended_at_closes_at",
                table: "payments_card_attempts",
                columns: new[] { "ended_at", "closes_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_attempts_payment",
                table: "payments_card_attempts",
                column: "payment",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_events_state",
                table: "payments_card_events",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_card_attempts");

            migrationBuilder.DropTable(
                name: "payments_card_events");

            migrationBuilder.DropColumn(
                name: "place",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "place",
                table: "payments_payments");
        }
    }
}
