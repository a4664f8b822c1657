using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShortLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "links_links",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: true),
                    story = table.Column<Guid>(type: "uuid", nullable: true),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links_links", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_links_links_cooperative",
                table: "links_links",
                column: "cooperative",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_links_product",
                table: "links_links",
                column: "product",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_links_story",
                table: "links_links",
                column: "story",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "links_links");
        }
    }
}
