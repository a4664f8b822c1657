using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LotLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "lots_lots",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "lots_visits",
                columns: table => new
                {
                    lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_visits", x => new { x.lot, x.day });
                    table.CheckConstraint("ck_lots_visits_count", "0 < count");
                    table.ForeignKey(
                        name: "fk_lots_visits_lots_lots_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(LotCodes.ForSqlite());

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_code",
                table: "lots_lots",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lots_visits");

            migrationBuilder.DropIndex(
                name: "ix_lots_lots_code",
                table: "lots_lots");

            migrationBuilder.DropColumn(
                name: "code",
                table: "lots_lots");
        }
    }
}
