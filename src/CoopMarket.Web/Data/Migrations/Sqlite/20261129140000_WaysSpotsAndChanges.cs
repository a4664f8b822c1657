using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaysSpotsAndChanges : Migration
    {
        // What stands on the shelves already is found with a slip from the first moment: the same ways that the program writes.
        private const string Fill = """
            WITH RECURSIVE words AS (SELECT DISTINCT word FROM search_words WHERE points > 1 AND length(word) BETWEEN 2 AND 20 AND word NOT GLOB '*[^a-z]*'),
            places (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM places WHERE n < 20)
            INSERT INTO search_ways (way, word)
            SELECT way, word FROM (
                SELECT word AS way, word FROM words
                UNION SELECT substr(word, 1, n - 1) || substr(word, n + 1), word FROM words, places WHERE n <= length(word) AND length(word) >= 3
                UNION SELECT substr(word, 1, n) || '*', word FROM words, places WHERE n BETWEEN 2 AND 8 AND n <= length(word)) AS ways
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_ways",
                columns: table => new
                {
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_ways", x => new { x.way, x.word });
                });

            migrationBuilder.Sql(Fill);

            migrationBuilder.AddColumn<int>(
                name: "focus_x",
                table: "photos_photos",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<int>(
                name: "focus_y",
                table: "photos_photos",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<string>(
                name: "weights",
                table: "photos_photos",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "search_changes",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_changes", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_ways");

            migrationBuilder.DropColumn(
                name: "focus_x",
                table: "photos_photos");

            migrationBuilder.DropColumn(
                name: "focus_y",
                table: "photos_photos");

            migrationBuilder.DropColumn(
                name: "weights",
                table: "photos_photos");

            migrationBuilder.DropTable(
                name: "search_changes");
        }
    }
}
