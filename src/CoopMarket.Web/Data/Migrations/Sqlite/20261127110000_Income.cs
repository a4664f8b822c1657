using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Income : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "income_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    share = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<Guid>(type: "TEXT", nullable: true),
                    share_number = table.Column<int>(type: "INTEGER", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    payment = table.Column<Guid>(type: "TEXT", nullable: true),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_advance = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sealed_code = table.Column<string>(type: "TEXT", nullable: false),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    witnessed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_producers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    may_be_named = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    link_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_link = table.Column<string>(type: "TEXT", nullable: false),
                    link_made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_producers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_sales",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    sold_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sales", x => x.part);
                });

            migrationBuilder.CreateTable(
                name: "income_sharings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sharings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_sale_shares",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<Guid>(type: "TEXT", nullable: true),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    per_unit_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sale_shares", x => new { x.part, x.number });
                    table.ForeignKey(
                        name: "fk_income_sale_shares_income_sales_part",
                        column: x => x.part,
                        principalTable: "income_sales",
                        principalColumn: "part",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "income_sharing_terms",
                columns: table => new
                {
                    sharing = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    per_unit_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sharing_terms", x => new { x.sharing, x.number });
                    table.ForeignKey(
                        name: "fk_income_sharing_terms_income_sharings_sharing",
                        column: x => x.sharing,
                        principalTable: "income_sharings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_cooperative_member",
                table: "income_entries",
                columns: new[] { "cooperative", "member" });

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_kind_source_number",
                table: "income_entries",
                columns: new[] { "kind", "source", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_part",
                table: "income_entries",
                column: "part");

            migrationBuilder.CreateIndex(
                name: "ix_income_payments_cooperative_state",
                table: "income_payments",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_income_payments_member",
                table: "income_payments",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_income_producers_cooperative",
                table: "income_producers",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_income_producers_link_hash",
                table: "income_producers",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_sales_cooperative",
                table: "income_sales",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_cooperative_product_from",
                table: "income_sharings",
                columns: new[] { "cooperative", "product", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "income_entries");

            migrationBuilder.DropTable(
                name: "income_payments");

            migrationBuilder.DropTable(
                name: "income_producers");

            migrationBuilder.DropTable(
                name: "income_sale_shares");

            migrationBuilder.DropTable(
                name: "income_sharing_terms");

            migrationBuilder.DropTable(
                name: "income_sales");

            migrationBuilder.DropTable(
                name: "income_sharings");
        }
    }
}
