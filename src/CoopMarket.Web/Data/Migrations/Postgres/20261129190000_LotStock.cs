using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LotStock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lots_allotments",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "uuid", nullable: false),
                    lot = table.Column<Guid>(type: "uuid", nullable: false),
                    variant = table.Column<Guid>(type: "uuid", nullable: false),
                    pieces = table.Column<int>(type: "integer", nullable: false),
                    took_stock = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_allotments", x => new { x.line, x.lot });
                    table.ForeignKey(
                        name: "fk_lots_allotments_lot_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lots_keepings",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_keepings", x => x.product);
                });

            migrationBuilder.CreateTable(
                name: "lots_stocks",
                columns: table => new
                {
                    lot = table.Column<Guid>(type: "uuid", nullable: false),
                    variant = table.Column<Guid>(type: "uuid", nullable: false),
                    pieces = table.Column<int>(type: "integer", nullable: false),
                    aside = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_stocks", x => new { x.lot, x.variant });
                    table.CheckConstraint("ck_lots_stocks_pieces", "0 <= pieces AND 0 <= aside");
                    table.ForeignKey(
                        name: "fk_lots_stocks_lots_lots_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lots_allotments_lot",
                table: "lots_allotments",
                column: "lot");

            migrationBuilder.CreateIndex(
                name: "ix_lots_stocks_variant",
                table: "lots_stocks",
                column: "variant");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lots_allotments");

            migrationBuilder.DropTable(
                name: "lots_keepings");

            migrationBuilder.DropTable(
                name: "lots_stocks");
        }
    }
}
