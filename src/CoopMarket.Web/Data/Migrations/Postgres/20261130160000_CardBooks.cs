using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CardBooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "payments_card_comparisons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_reached = table.Column<bool>(type: "boolean", nullable: false),
                    moves = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    unexplained = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_comparisons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    charge = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    flaw = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    line = table.Column<Guid>(type: "uuid", nullable: true),
                    refund = table.Column<Guid>(type: "uuid", nullable: true),
                    exchange = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    cost_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cost_minor = table.Column<long>(type: "bigint", nullable: false),
                    covered_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    covered_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    left_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    left_minor = table.Column<long>(type: "bigint", nullable: false),
                    moved_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    moved_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_balances",
                columns: table => new
                {
                    comparison = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_the_way_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_the_way_minor = table.Column<long>(type: "bigint", nullable: false),
                    ours_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ours_minor = table.Column<long>(type: "bigint", nullable: false),
                    theirs_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    theirs_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_balances", x => new { x.comparison, x.currency });
                    table.ForeignKey(
                        name: "fk_payments_card_balances_payments_card_comparisons_comparison",
                        column: x => x.comparison,
                        principalTable: "payments_card_comparisons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_differences",
                columns: table => new
                {
                    comparison = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_differences", x => new { x.comparison, x.number });
                    table.ForeignKey(
                        name: "fk_payments_card_differences_payments_card_comparisons_compari",
                        column: x => x.comparison,
                        principalTable: "payments_card_comparisons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_comparisons_at",
                table: "payments_card_comparisons",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_exchange",
                table: "payments_card_moves",
                column: "exchange",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_happened_at",
                table: "payments_card_moves",
                column: "happened_at");

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_line",
                table: "payments_card_moves",
                column: "line",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_name",
                table: "payments_card_moves",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_refund_kind",
                table: "payments_card_moves",
                columns: new[] { "refund", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_source",
                table: "payments_card_moves",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_moves_state",
                table: "payments_card_moves",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payments_card_balances");

            migrationBuilder.DropTable(
                name: "payments_card_differences");

            migrationBuilder.DropTable(
                name: "payments_card_moves");

            migrationBuilder.DropTable(
                name: "payments_card_comparisons");
        }
    }
}
