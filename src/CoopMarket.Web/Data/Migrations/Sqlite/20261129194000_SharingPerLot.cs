using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharingPerLot : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_income_sharings_cooperative_product_from",
                table: "income_sharings");

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_lot_from",
                table: "income_sharings",
                columns: new[] { "lot", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_product_from",
                table: "income_sharings",
                columns: new[] { "product", "from" },
                unique: true,
                filter: "lot IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_income_sharings_lot_from",
                table: "income_sharings");

            migrationBuilder.DropIndex(
                name: "ix_income_sharings_product_from",
                table: "income_sharings");

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_cooperative_product_from",
                table: "income_sharings",
                columns: new[] { "cooperative", "product", "from" },
                unique: true);
        }
    }
}
