using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchBest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_search_words",
                table: "search_words");

            migrationBuilder.DropIndex(
                name: "ix_search_words_kind_subject",
                table: "search_words");

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_words",
                table: "search_words",
                columns: new[] { "kind", "subject", "word", "marked" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_word_points_subject_marked_kind",
                table: "search_words",
                columns: new[] { "word", "points", "subject", "marked", "kind" },
                descending: new[] { false, true, true, false, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_search_words",
                table: "search_words");

            migrationBuilder.DropIndex(
                name: "ix_search_words_word_points_subject_marked_kind",
                table: "search_words");

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_words",
                table: "search_words",
                columns: new[] { "word", "kind", "subject", "marked" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_kind_subject",
                table: "search_words",
                columns: new[] { "kind", "subject" });
        }
    }
}
