using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Payouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "bank_since",
                table: "sellers_cooperatives",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<bool>(
                name: "is_from_cards",
                table: "payments_money_in",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kept_currency",
                table: "payments_money_in",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "VND");

            migrationBuilder.AddColumn<long>(
                name: "kept_minor",
                table: "payments_money_in",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "payout",
                table: "payments_money_in",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "payout_position",
                table: "payments_money_in",
                type: "integer",
                nullable: true);

            // Whoever was approved had her account from then on, as far as anybody knows.
            migrationBuilder.Sql("UPDATE sellers_cooperatives SET bank_since = approved_at");

            migrationBuilder.CreateTable(
                name: "settlement_payout_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_payout_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_payouts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    bin = table.Column<string>(type: "text", nullable: false),
                    account_number = table.Column<string>(type: "text", nullable: false),
                    account_holder = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    fees_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fees_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_payouts", x => x.id);
                    table.ForeignKey(
                        name: "fk_settlement_payouts_settlement_payout_runs_run",
                        column: x => x.run,
                        principalTable: "settlement_payout_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payout_runs_code",
                table: "settlement_payout_runs",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payout_runs_drafted_at",
                table: "settlement_payout_runs",
                column: "drafted_at");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_cooperative",
                table: "settlement_payouts",
                column: "cooperative",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_cooperative_ended_at",
                table: "settlement_payouts",
                columns: new[] { "cooperative", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_run_position",
                table: "settlement_payouts",
                columns: new[] { "run", "position" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settlement_payouts");

            migrationBuilder.DropTable(
                name: "settlement_payout_runs");

            migrationBuilder.DropColumn(
                name: "bank_since",
                table: "sellers_cooperatives");

            migrationBuilder.DropColumn(
                name: "is_from_cards",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "kept_currency",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "kept_minor",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "payout",
                table: "payments_money_in");

            migrationBuilder.DropColumn(
                name: "payout_position",
                table: "payments_money_in");
        }
    }
}
