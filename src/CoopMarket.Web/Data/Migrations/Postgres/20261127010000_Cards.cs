using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Bank");

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "payments_payments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Bank");

            migrationBuilder.CreateTable(
                name: "payments_card_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    session = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    page = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    api_version = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_live = table.Column<bool>(type: "boolean", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    session = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    charge = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    is_paid = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    flaw = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
