using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Recordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stories_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    story = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    what_for = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stories_recordings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    story = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    transcript = table.Column<string>(type: "TEXT", nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_recordings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stories_consents_kind_about",
                table: "stories_consents",
                columns: new[] { "kind", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_consents_story",
                table: "stories_consents",
                column: "story");

            migrationBuilder.CreateIndex(
                name: "ix_stories_recordings_hash",
                table: "stories_recordings",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_stories_recordings_story_hash",
                table: "stories_recordings",
                columns: new[] { "story", "hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stories_consents");

            migrationBuilder.DropTable(
                name: "stories_recordings");
        }
    }
}
