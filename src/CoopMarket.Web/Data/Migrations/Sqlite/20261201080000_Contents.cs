using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <summary>A product says what is in it, and a size which number stands below its bar code.</summary>
    public partial class Contents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "gtin",
                table: "catalog_variants",
                type: "TEXT",
                maxLength: 14,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "allergen_bits",
                table: "catalog_products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ingredients",
                table: "catalog_products",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "ingredients",
                table: "catalog_held_texts",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_variants_gtin",
                table: "catalog_variants",
                column: "gtin",
                unique: true,
                filter: "gtin IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_catalog_variants_gtin",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "gtin",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "allergen_bits",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "ingredients",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "ingredients",
                table: "catalog_held_texts");
        }
    }
}
