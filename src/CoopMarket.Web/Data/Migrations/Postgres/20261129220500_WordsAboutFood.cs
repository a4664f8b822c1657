using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WordsAboutFood : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "held_words",
                table: "stories_stories",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "is_food",
                table: "catalog_categories",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "catalog_forbidden_words",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_forbidden_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_held_texts",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    use = table.Column<string>(type: "text", nullable: false),
                    other_names = table.Column<string>(type: "text", nullable: false),
                    origins = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    admin_note = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_held_texts", x => x.product);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_forbidden_words_from",
                table: "catalog_forbidden_words",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_held_texts_at",
                table: "catalog_held_texts",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalog_forbidden_words");

            migrationBuilder.DropTable(
                name: "catalog_held_texts");

            migrationBuilder.DropColumn(
                name: "held_words",
                table: "stories_stories");

            migrationBuilder.DropColumn(
                name: "is_food",
                table: "catalog_categories");
        }
    }
}
