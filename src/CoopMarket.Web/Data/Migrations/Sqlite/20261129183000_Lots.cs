using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lots_lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    folded_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    village = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    maker = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<string>(type: "TEXT", nullable: false),
                    best_before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    papers = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_lots", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_cooperative_folded_number",
                table: "lots_lots",
                columns: new[] { "cooperative", "folded_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_product_state",
                table: "lots_lots",
                columns: new[] { "product", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lots_lots");
        }
    }
}
